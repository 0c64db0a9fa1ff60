"""Parts that more than one screen folder needs.

Screen folders do not import each other, and ``widgets/`` knows nothing of the profession; what two screens share
and does know it (how an action is worded, how it is finished, both texts after a stale write) stands here.
Belongs here: widgets and words for screens. Does not belong here: a page, an act in the registry, a query.
"""
