"""What people write in texts and beside operators → typed expressions.

| module | what it does |
|---|---|
| `tokens`, `syntax`, `parse` | text → raw tree |
| `expressions` | raw tree → typed expression |
| `library` | the functions that texts may call |
| `operators` | the operator table |
| `patterns`, `json_paths` | the portable subsets of regular expressions and JSON paths |
"""
