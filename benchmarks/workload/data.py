"""The tables, from hashes of row numbers: the same rows on every machine. Orders and events lie in order of time."""

from __future__ import annotations

import duckdb

CUSTOMERS, ORDERS, EVENTS = 300_000, 3_000_000, 12_000_000
START, DAYS = "TIMESTAMP '2024-01-02'", 729
AS_OF = "2026-01-01"

COUNTRIES = ("US", "GB", "DE", "FR", "IN", "BR", "JP", "AU")
PLANS = ("free", "pro", "team", "enterprise")
STATUSES = (*("completed",) * 5, "refunded", "cancelled", "pending")
CATEGORIES = 24
EVENT_NAMES = (
    "page_view",
    "product_view",
    "search",
    "add_to_cart",
    "checkout",
    "purchase",
    "login",
    "logout",
    "signup",
    "email_open",
    "email_click",
    "push_open",
    "support_ticket",
    "refund_request",
    "video_play",
    "share",
    "review",
    "wishlist",
    "coupon",
    "unsubscribe",
)


def fill(connection: duckdb.DuckDBPyConnection, scale: float = 1.0) -> None:
    """Create `customers`, `orders` and `events`, of so many times the usual number of rows."""
    customers, orders, events = (max(1, int(rows * scale)) for rows in (CUSTOMERS, ORDERS, EVENTS))
    connection.execute(f"""
        CREATE TABLE customers AS
        SELECT
            n AS customer_id,
            TIMESTAMP '2022-01-01' + to_seconds({_chance(1)} * 4 * 365 * 86400) AS created_at,
            {_one_of(COUNTRIES, 2, 2)} AS country,
            {_one_of(PLANS, 3, 2)} AS plan,
            'user' || n || '@example.com' AS email
        FROM range(1, {customers + 1}) AS rows(n)
    """)
    connection.execute(f"""
        CREATE TABLE orders AS
        SELECT
            n AS order_id,
            1 + floor(pow({_chance(11)}, 1.6) * {customers} * 0.9)::BIGINT AS customer_id,
            round(5 + pow({_chance(12)}, 3) * 495, 2)::DECIMAL(18, 2) AS order_total,
            {_moment(orders)} AS ordered_at,
            {_one_of(STATUSES, 14, 1)} AS status,
            'cat_' || floor(pow({_chance(15)}, 2) * {CATEGORIES})::INTEGER AS category
        FROM range(1, {orders + 1}) AS rows(n)
    """)
    connection.execute(f"""
        CREATE TABLE events AS
        SELECT
            n AS event_id,
            1 + floor(pow({_chance(21)}, 1.4) * {customers} * 0.97)::BIGINT AS customer_id,
            {_one_of(EVENT_NAMES, 22, 1.8)} AS event_name,
            {_moment(events)} AS ts,
            '{{"page":"/p/' || floor({_chance(24)} * 500)::INTEGER || '","ref":"'
                || {_one_of(("google", "direct", "email", "ads"), 25, 1)}
                || '","v":' || floor({_chance(26)} * 100)::INTEGER || '}}' AS properties
        FROM range(1, {events + 1}) AS rows(n)
    """)


def _chance(seed: int) -> str:
    """A number from 0 to below 1 that belongs to the row `n`."""
    return f"((hash(n * 1000003 + {seed}) >> 11)::DOUBLE / 9007199254740992.0)"


def _one_of(values: tuple[str, ...], seed: int, skew: float) -> str:
    """One of some texts; the first are the more frequent, the larger `skew` is."""
    return f"{list(values)}[1 + floor(pow({_chance(seed)}, {skew}) * {len(values)})::INTEGER]"


def _moment(rows: int) -> str:
    """A whole second of the time that the data cover, later for later rows."""
    return f"{START} + to_seconds(floor(n / {rows} * {DAYS} * 86400))"
