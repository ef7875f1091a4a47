"""Unit tests of definitions → what to load, what to compile, and what must come out.

| module | what it does |
|---|---|
| `unit_tests` | the pass |
| `given`, `given_values` | given rows → typed columns |
| `queries` | SELECTs of traits over given rows |
| `stand_ins` | given rows in place of the models' sources |
| `expected` | what must come out |
"""
