"""Speed as ratios in one run, memory as peak."""
