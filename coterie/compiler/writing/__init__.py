"""Relations + dialect → SQL. The plan is enough for it.

| module | what it does |
|---|---|
| `lower` | relations → sqlglot trees |
| `needed` | which relations a statement needs, and names |
| `fitting` | no name is longer than the engine allows |
| `sources` | tables, files and users' SELECTs as table expressions |
| `checks`, `freshness` | the statements that count broken promises |
| `render` | trees → text |
"""
