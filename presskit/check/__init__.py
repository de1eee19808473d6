"""What may be wrong with a release: rules, each declared once, and the judge that runs them."""
