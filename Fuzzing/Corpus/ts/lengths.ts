@problemName Some words
@classLabel true a b c
@dimension 3
@missing true
@data
1,?:-2e-3,?:.5,6.:c

# more
7:8:9:a
