prices = {"pear": 3, "apple": 1, "fig": 2, "kiwi": 1}
for name, price in sorted(prices.items(), key=lambda item: item[1]):
    print(name, price)
print(sorted(prices), sorted(prices, key=lambda n: (prices[n], n)),
      min(prices, key=lambda n: prices[n]), max(prices.values()))
