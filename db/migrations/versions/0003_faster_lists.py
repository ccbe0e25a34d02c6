"""What lists of contacts and memberships are narrowed and ordered by, kept ready."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Prepare what lists read."""
