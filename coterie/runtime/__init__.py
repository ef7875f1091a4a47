"""Runs what the compiler made: decide first (`planner`, pure), then do (`runner`), inside one transaction."""
