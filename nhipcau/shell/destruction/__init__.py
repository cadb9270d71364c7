"""Destroying content as the law orders: one person proposes, another confirms, nothing returns."""
