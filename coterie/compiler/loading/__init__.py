"""Files, or plain values → `ProjectDef`, every node with its place.

| module | what it does |
|---|---|
| `load` | the pass |
| `yaml_document`, `raw_data` | text → plain values with their places |
| `sandbox`, `templating` | placeholders |
| `shelf`, `arguments`, `quoting`, `sql_marks`, `expand` | uses of templates → definitions |
| `validation`, `definition_fields` | plain values → definitions, or all that is wrong with them |
| `schema` | the definitions as JSON Schema, for editors |
"""
