"""Unit tests of definitions → what to load, what to compile, and what must come out.

| module | what it does |
|---|---|
| `unit_tests` | the pass |
| `given`, `given_values` | given rows → typed columns |
| `stand_ins` | given rows in place of the models' sources |
| `expected` | what must come out |
"""
