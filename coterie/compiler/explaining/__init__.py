"""Definitions taken apart for explanations, with the expressions of their parts.

| module | what it does |
|---|---|
| `explain`, `parts` | the nodes of an audience's tree, and what each compares |
| `related_parts`, `text_parts` | conditions on related rows, and text expressions, taken apart |
| `settled` | a checked project, as scopes look names up in it |
| `source_rows` | the rows behind a measure |
| `labels` | definitions in words |
| `entity_keys` | keys as people give them |
"""
