-- The temporary tables of the steps before.
drop table temp.newcomer;
drop table temp.who;
drop table temp.heard;
drop table temp.theirs;
drop table temp.remark;
drop table temp.turn;
drop table temp.touched;
drop table temp.kept;
drop table temp.look;
drop table temp.seen;
drop table temp.fate;
drop table temp.item;
drop table temp.counted;
