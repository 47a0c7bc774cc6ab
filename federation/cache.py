"""Django's cache in Redis, with clients that are kept.

Django makes a client for every key it asks for, which takes longer than the answer of a Redis nearby: a client sets up
some two hundred readers of answers. A client holds no connection of its own (the pool does), so one serves all.
"""

from typing import Any

from django.core.cache.backends import redis


class KeptClients(redis.RedisCacheClient):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # By pool; Django keeps those for as long as this lasts.
        self._clients: dict[Any, Any] = {}

    def get_client(self, key: str | None = None, *, write: bool = False) -> Any:
        pool = self._get_connection_pool(write)
        client = self._clients.get(pool)
        if client is None:
            client = self._clients[pool] = self._client(connection_pool=pool)
        return client


class RedisCache(redis.RedisCache):
    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = KeptClients
