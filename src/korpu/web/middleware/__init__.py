"""What every request passes through: the signed-in gate, and errors turned into plain sentences."""
