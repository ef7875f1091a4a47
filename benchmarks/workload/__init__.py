"""A shop's customers with orders and events: data of any size, sixty traits, and the same traits as SQL by hand.

One specification of the traits gives both the definitions that coterie compiles and the statements that it is measured
against, so that all of them answer the same questions.
"""
