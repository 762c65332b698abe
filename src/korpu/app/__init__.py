"""The use cases: each thing a person can do, once, for the pages and the command line alike.

In: an opened Books (one data folder) and plain values. Out: entries written, records and answers. Access rules live
here and nowhere else.

The calls (module: functions):

books:    open_books(folder, *, site="embassy") -> Books (context manager; creates the folder)
          Books: unit() (unit of work: append, commit), write(payload, by) -> entry id, journal, claims (ClaimReader),
          pending(source, state), candidate(key), document(source), sources(), read(document), names, folder
intake:   add(books, document | bytes, *, published, title, url, language, kind, by)
              -> Added(source, already, reading, entry)
          note(books, text, *, who, whom, when, by) -> Added                        a note for file
          reading(books, source) -> Reading;   sources(books) -> list[SourceRow]
pages:    sheet(books, source, number, ranges) -> Sheet (a page of a PDF with the boxes of words);
              picture, marked -> PNG; find(books, source, quote) -> ranges; page_number(books, source, ranges)
originals: original_of(books, source) -> Original | None                            the file that a source was read from
origins:  origins(books) -> Origins (which sources print one text); told_by(books, record) -> Count;
              maybe_retold(books) -> list[Hint]; tie(books, source, other, *, reason, by) -> entry;
              part(books, source, other=None, *, reason, by) -> entry
review:   queue(books, *, source=None, state="open") -> list[Pending]              candidates awaiting a person
          proposals(books, key) -> list[Proposal]                                   ranked records, with reasons;
              new last or first
          accept(books, key, *, record=None, edits=None, by) -> str (entry id)      record=None takes the first proposal
          reject(books, key, *, reason, by); ask_about(books, key, *, question, by); undo(books, entry, *, by)
          accept_all(books, *, source=None, by) -> AcceptedAll(entries, records)
claims:   claim(books, source, ranges, *, kind, record=None, properties, by) -> str; prefill(books, source, ranges)
              -> Candidate
          link(books, a, relation, b, *, reason, source=None, ranges=(), by) -> str; unlink(books, entry, *, by)
records:  ledger(books, *, kind, track, place, stage, text, said, known) -> list[Record];
              record(books, id, *, said, known)
          history(books, id) -> list[HistoryRow]; suggest(books, text) -> list[RecordHit]  (type-ahead)
reports:  balance(books, *, by="record"|"track"|"place", said, known) -> list[BalanceRow]; late(books, *, on)
              -> list[LateRow]
          totals(books) -> list[TotalAgainstParts]; changes(books, since, until) -> list[Change];
              findings(books, source=None)
answers:  ask(books, question, *, language, today) -> Answer
custody:  erase(books, entry, *, why, approved_by, by) -> Erased(entry, target, also, sources, swept); rebuild(books)
          verify(books) -> Verified(entries, erased, first_bad, reason); backup(books, target)
              -> BackedUp(path, verified)
incidents: add_incident(books, words, *, title, source, outlet, url, seen, narrative, topic, techniques, by) -> record;
              see_again, refute(books, name, *, record, claim, reason, by), close -> entry; incidents(books) -> [Case]
outlets:  add_outlet(books, name, *, country, kind, status, according_to …, by) -> record; outlets(books) -> [Outlet]
exchange: export(books, standard, names) -> Exported(text, cases, losses); import_cases(books, data, *, by)
              -> list[Imported]
model:    settings.endpoint(folder) -> Endpoint; propose.propose(reading, names, endpoint) -> Proposed(candidates,
              rejections, error); only where the user configured it and asks
tables:   xlsx(title, columns, rows)
              -> bytes                                       safe cells, quote and source as columns
"""
