"""World → Typed: every definition as a typed expression of its entity.

| module | what it does |
|---|---|
| `check` | the pass |
| `traits`, `conditions` | definitions → expressions |
| `paths`, `windows`, `anchors`, `measures`, `sequences` | which rows they read, and what becomes of them |
| `populations`, `queries` | what speaks of everyone; traits with their own SELECT |
| `audiences`, `limits`, `splits`, `priority_lists` | who is in an audience, and in which group |
| `visibility` | what decides which rows exist |
"""
