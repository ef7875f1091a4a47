"""How fast coterie is: compiling, loading, importing, running. `python -m benchmarks` measures and compares with the goals."""
