"""Typed + as_of → relations.

| module | what it does |
|---|---|
| `plan` | the pass |
| `demand`, `layers` | what each model has to provide, and in which of its layers |
| `routes`, `streams` | measures and sequences as relations |
| `promises` | what the data must keep |
| `stored` | what earlier runs have built |
| `require` | every primitive exists on the engine |
"""
