"""The review desk: where a person sees what changed in the pictures, and approves it or not."""
