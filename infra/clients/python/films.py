"""Five films: enough to see that a search understands what it is asked."""

FILMS = [
    {"title": "Jaws", "description": "A great white shark terrorises the bathers of a small island town."},
    {"title": "Home Alone", "description": "At Christmas a family flies to Paris and forgets its youngest son at home."},
    {"title": "Alien", "description": "The crew of a space freighter is hunted by a creature from another planet."},
    {"title": "Casablanca", "description": "In wartime a bar owner meets the woman again who once left him."},
    {"title": "The Holiday", "description": "Two women swap their houses in December and both fall in love."},
]
