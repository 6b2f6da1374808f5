"""The proof that a lie is caught: what each defect of the gallery was blamed on, and rightly."""
