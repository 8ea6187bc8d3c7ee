"""The change of the velocity by principal components and ridge regression, with scikit-learn."""

from assay_client import serve
from assay_client.sklearn import sklearn_model

from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline


def components_and_ridge(seed, variance=0.999, damping=1.0):
    return make_pipeline(PCA(variance, random_state=seed), Ridge(alpha=damping))


serve(sklearn_model(components_and_ridge, inputs=["velocity", "parameters"], change_of="velocity"))
