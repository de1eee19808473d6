"""What people already have, taken apart into a kit: read, recognised, looked over, composed."""
