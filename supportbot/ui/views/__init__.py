"""What is seen. A view lays out and paints what it is told, and says what the customer did."""
