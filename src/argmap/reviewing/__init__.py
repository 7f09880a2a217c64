"""Reviewing: what both front ends ask and say before two claims become one."""
