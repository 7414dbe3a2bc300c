-- A stream takes what others owe it itself, in the transaction of its own events: found by the receiver, in order.
create index follow_ups_mail on follow_ups (target_stream, number) where done_at is null;
