import calendar

print(calendar.month(2024, 2))
print([year for year in range(1990, 2030) if calendar.isleap(year)][:3], calendar.day_name[calendar.weekday(2024, 7, 4)])
