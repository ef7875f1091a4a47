"""What is odd about definitions that are well: warnings, each of them certain.

| module | what it does |
|---|---|
| `warnings` | the pass |
| `entailment` | can it be true, does one follow from another |
| `subjects`, `value_sets` | which values a comparison leaves |
| `unused` | what nobody uses |
"""
