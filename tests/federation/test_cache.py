from threading import Thread

from django.core.cache import caches


def test_a_client_is_kept_for_all_keys_and_still_answers() -> None:
    cache = caches["default"]
    cache.set("kept:one", 1, 30)
    first = cache._cache.get_client("kept:one")
    assert cache.get("kept:one") == 1
    assert cache._cache.get_client("kept:two", write=True) is first
    cache.delete("kept:one")


def test_threads_at_once_read_what_each_has_written() -> None:
    read: dict[int, list[object]] = {}

    def work(number: int) -> None:
        cache = caches["default"]
        values = []
        for turn in range(50):
            cache.set(f"kept:{number}", (number, turn), 30)
            values.append(cache.get(f"kept:{number}"))
        read[number] = values

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == {number: [(number, turn) for turn in range(50)] for number in range(4)}
