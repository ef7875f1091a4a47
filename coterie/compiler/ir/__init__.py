"""The two trees that the passes hand on, and what is known of them.

| module | what it does |
|---|---|
| `expr` | typed expressions of one row |
| `traverse`, `logic` | walks, and what is known of truth and NULL |
| `values`, `functions` | written values and calls → typed expressions |
| `times` | the calendar, in Python |
| `keys` | how keys become text, and text buckets |
| `rel` | relations |
| `names`, `item_names`, `published` | what columns, relations and published tables are called |
"""
