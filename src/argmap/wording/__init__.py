"""What claims say in words: their normal form."""

from argmap.wording.normal_form import normal_form

__all__ = ["normal_form"]
