"""Typed + as_of → relations, and the same rows from fewer scans.

| module | what it does |
|---|---|
| `plan` | the pass |
| `demand`, `layers` | what each model has to provide, and in which of its layers |
| `routes`, `streams` | measures and sequences as relations |
| `promises` | what the data must keep |
| `stored` | what earlier runs have built |
| `require` | every primitive exists on the engine |
| `share`, `restrict` | rewrites: fewer scans, fewer rows |
| `distincts`, `joins` | rewrites: no more than engines bear |
"""
