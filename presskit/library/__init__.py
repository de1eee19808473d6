"""What outlives a kit: boilerplate, people, figures and standing text, reused and kept current."""
