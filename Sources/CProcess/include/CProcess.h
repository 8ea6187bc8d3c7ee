#pragma once
#include "launch.h"
#include "streams.h"
#include "shim.h"
