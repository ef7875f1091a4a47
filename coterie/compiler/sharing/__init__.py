"""Plan → Plan: the same rows from less work.

`share` lists the rewrites; each is a module of its own, and may be left out without changing any result:

- `merge`: one aggregate for all that is asked of the same rows by the same keys
- `last_seen`: different values of several windows from the last time that each value was seen
- `masks`: sets of a few different values as the bits of a number
- `by_value`: what is asked of the rows that have one value is computed from a scan of only these
- `tiers`: what is asked of recent rows is computed from a scan of only these
- `first_last`: first and last values from the rows of the first and last moments
- `filters`: what all summaries of an aggregate ask is asked before rows are grouped
- `alternatives`: a row has to be one of some summary's
- `own_scans`: every aggregate reads only the columns and rows that it needs
- `flag_masks`: conditions on what is joined as the bits of a number
- `outermost`: the last relation of an entity is its statement

`facts` is what they weigh their choices by (`windows`, `asked_values`, `weights`, `tier_prices`, `mask_prices`);
`apart` puts the pieces of an aggregate in its place, `nothing` says what holds where none has a row. After them
`distincts` and `joins` keep to what engines bear; `restrict` is for statements about a few keys.
"""
