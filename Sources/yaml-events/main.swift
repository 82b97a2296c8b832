print("yaml-events")
