songs = ["a", "b"]
print(f"{", ".join(songs)} {'\n'.join(songs)} {f"{f"{1 + 1}"}"}")
print(f"{songs[0]  # comment
}")
print(f"""{
    "x"
    "y"
}""")
x = 5
print(f"{x:{"a" if 0 else ">"}5}", f'{'a' 'b'}', f"{"{}"}", f"{'{'}")
