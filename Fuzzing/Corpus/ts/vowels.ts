# two speakers
@problemName Vowels
@timestamps false
@missing false
@univariate false
@dimensions 2
@equalLength false
@classLabel true 1 2
@data
1.5,-0.25,3:0.1,0.2,0.3:1
1,2:3,4:2
