[0][24]Anna: How high is the water?
[35][54]Ben: Too high, I fear.
[65][79]Anna: Then we wait.
