"""Who is who: identities become persons, bots and organisations; nobody is guessed silently."""
