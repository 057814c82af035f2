"""«По школам»: activities by schools."""
