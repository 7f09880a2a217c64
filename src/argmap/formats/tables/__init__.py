"""Tables of claims: a claim a row, in CSV as spreadsheets write it or in JSON Lines, with how it bears on another."""
