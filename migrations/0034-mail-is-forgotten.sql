-- What became of a letter is removed after a year, but for addresses that still take no mail. Until now nothing ever was.
grant delete on mail_message to gatepost_app;
