"""How fast coterie compiles, loads, starts and runs; `python -m benchmarks` measures it beside the goals."""
