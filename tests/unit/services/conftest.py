import pytest

from tests.helpers.registers import new_desk, put_letter


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "griffie.sqlite")
    yield desk
    desk.register.close()


@pytest.fixture
def letter_id(desk):
    return put_letter(desk)
