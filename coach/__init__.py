"""A conversation coach for people who network on purpose."""
