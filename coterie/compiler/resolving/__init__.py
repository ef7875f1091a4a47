"""Names → models, columns, hops, traits and audiences.

| module | what it does |
|---|---|
| `resolve` | the pass: project + catalog → world |
| `described`, `roles` | what columns are, and may be used for |
| `places` | which audiences a priority list prefers |
| `scope` | what names mean for one row |
"""
