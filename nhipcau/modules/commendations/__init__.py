"""Thi đua, khen thưởng: launched first, nominated from below, decided outside by who is entitled."""
