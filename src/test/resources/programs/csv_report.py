import csv
import io

RAW = 'name,dept,salary\n"Smith, J",IT,4000\nMiller,HR,3500\nJones,IT,4200\n'
rows = list(csv.DictReader(io.StringIO(RAW)))
totals = {}
for row in rows:
    totals.setdefault(row["dept"], []).append(int(row["salary"]))
out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
writer.writerow(["dept", "mean"])
for dept, salaries in sorted(totals.items()):
    writer.writerow([dept, sum(salaries) / len(salaries)])
print(out.getvalue(), end="")
