"""«Настройки»: who works here, how the window looks, when school is held, where backups go."""
