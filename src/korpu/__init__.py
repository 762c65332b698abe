"""korpu keeps the books of a partnership between two countries, every figure tied to the sentence that states it."""

__version__ = "0.1.0"
